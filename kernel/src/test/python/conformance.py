#!/usr/bin/python3
"""The checks of Jupyter's own conformance suite (jupyter_kernel_test), against an installed kernelspec named "tidemark".

usage: JUPYTER_DATA_DIR=<folder with kernels/tidemark/kernel.json> conformance.py
"""
import unittest

import jupyter_kernel_test


class TidemarkConformance(jupyter_kernel_test.KernelTests):
    kernel_name = "tidemark"
    language_name = "java"
    file_extension = ".java"

    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("oops");'

    completion_samples = [
        {"text": '"abc".toUpp', "matches": {"toUpperCase("}},
        {"text": "System.out.printl", "matches": {"println("}},
        {"text": "%vari", "matches": set()},
        {"text": "%va", "matches": {"%vars"}},
        {"text": "int number = 1; num", "matches": {"number"}},
    ]
    complete_code_samples = [
        "1 + 1",
        "int x = 3;",
        "record Point(int x, int y) {}",
        'System.out.println("a");\nint y = 2;',
        "// only a comment",
        "%vars",
        "",
    ]
    incomplete_code_samples = [
        "if (true) {",
        "int f(int x) {\n    return x;",
        "List.of(1,",
        "/* a comment",
        'String s = """\n  text',
    ]
    invalid_code_samples = ["x y z ] {", "foo)"]

    code_page_something = "Math.max?"
    code_generate_error = 'throw new IllegalStateException("on purpose");'
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": '"a" + "b"', "result": "ab"},
        {"code": "int[] numbers = {1, 2, 3};\nnumbers", "result": "[1, 2, 3]"},
        {"code": "(Object) null", "result": "null"},
    ]
    code_display_data = [
        {"code": 'display(html("<b>bold</b>"));', "mime": "text/html"},
        {"code": "display(new java.awt.image.BufferedImage(2, 2, 1));", "mime": "image/png"},
        {"code": "display(Map.of(1, 2));", "mime": "text/plain"},
    ]
    code_history_pattern = "6 ? 7"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = '"abc".length()'
    code_clear_output = "clearOutput();"


if __name__ == "__main__":
    unittest.main(verbosity=2)
