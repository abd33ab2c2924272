"""python3 execute.py NOTEBOOK OUT FOLDER SECONDS: executes a notebook in the installed kernel "tidemark", over ZeroMQ."""

import sys

import nbformat
from nbclient import NotebookClient

source, out, folder, seconds = sys.argv[1:]
notebook = nbformat.read(source, as_version=4)
client = NotebookClient(
    notebook,
    kernel_name="tidemark",
    timeout=int(seconds),
    startup_timeout=60,
    allow_errors=True,
    resources={"metadata": {"path": folder}},
)
client.execute()
nbformat.validate(notebook)
nbformat.write(notebook, out)
