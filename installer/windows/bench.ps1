# The project's own measurements.
. (Join-Path $PSScriptRoot "setup.ps1")
& .venv/Scripts/branchfloor.exe bench
exit $LASTEXITCODE
