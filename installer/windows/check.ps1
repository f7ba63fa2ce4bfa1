# Checks this PC.
. (Join-Path $PSScriptRoot "setup.ps1")
& .venv/Scripts/branchfloor.exe check
exit $LASTEXITCODE
