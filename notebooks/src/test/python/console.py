"""console.py KERNEL: a session of jupyter console on a terminal, as somebody would type it. Fails where it hears nothing."""

import sys

import pexpect


def main(kernel):
    console = pexpect.spawn(
        "/usr/bin/python3",
        ["-m", "jupyter_console", "--kernel", kernel, "--simple-prompt"],
        encoding="utf-8",
        timeout=60,
        dimensions=(40, 120),
    )
    console.logfile_read = sys.stdout
    console.expect(r"In \[1\]: ")
    console.sendline("20 + 1")
    console.expect(r"Out\[1\]: 21")
    console.expect(r"In \[2\]: ")
    console.sendline('"tide".lenght()')
    console.expect("did you mean length")
    console.expect(r"In \[\d\]: ")
    console.sendline('System.out.println("off to " + input("Which port? "));')
    console.expect("Which port")
    console.sendline("Ryde")
    console.expect("off to Ryde")
    console.expect(r"In \[\d\]: ")
    console.sendline('System.out.println("round"); while (true) {}')
    console.expect("round")
    console.expect("round")
    console.sendintr()
    console.expect("the cell was interrupted")
    console.expect(r"In \[\d\]: ")
    console.sendeof()
    console.expect("exit")
    console.sendline("y")
    console.expect(pexpect.EOF)


main(sys.argv[1])
