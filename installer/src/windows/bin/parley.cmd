@echo off
"%~dp0..\parley-console.exe" %*
exit /b %errorlevel%
