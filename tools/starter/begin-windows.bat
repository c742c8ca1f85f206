@echo off
chcp 65001 >nul
cd /d "%~dp0"
py -3 -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>&1
if not errorlevel 1 (
  py -3 samenspel\start.py %*
  goto end
)
python -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>&1
if not errorlevel 1 (
  python samenspel\start.py %*
  goto end
)
echo Python 3.11 of nieuwer is nog niet geïnstalleerd. De pagina om het te downloaden gaat open.
echo Vink bij het installeren "Add python.exe to PATH" aan, en dubbelklik dan weer hierop.
echo Python 3.11 or newer is not installed yet. Install it, then double-click this again.
start "" https://www.python.org/downloads/
:end
if errorlevel 1 pause
