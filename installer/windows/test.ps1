# Lint, types and tests, as "make test".
param([int]$Coverage = 95)
. (Join-Path $PSScriptRoot "setup.ps1")
$steps = ("ruff", "check", "."), ("ruff", "format", "--check", "."), @("mypy"),
    ("pytest", "-n", "2", "--cov", "--cov-report=term", "--cov-fail-under=$Coverage")
foreach ($step in $steps) {
    & .venv/Scripts/python.exe -m $step
    if ($LASTEXITCODE) { exit $LASTEXITCODE }
}
