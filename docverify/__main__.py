"""`python -m docverify`."""

from docverify.cli.main import main

main()
