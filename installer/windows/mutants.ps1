# Breaks the code on purpose; every break must be found by its test.
. (Join-Path $PSScriptRoot "setup.ps1")
& .venv/Scripts/python.exe tests/mutants/run.py
exit $LASTEXITCODE
