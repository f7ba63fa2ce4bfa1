# A living branch on this PC.
. (Join-Path $PSScriptRoot "setup.ps1")
& .venv/Scripts/branchfloor.exe demo --speed 60
exit $LASTEXITCODE
