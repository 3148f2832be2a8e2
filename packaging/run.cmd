@echo off
rem Opens the window on Windows: packaging\run.cmd [nats://host:4222 or --context NAME or --sample NAME or --sandbox]
rem Written with care, but UNTESTED: no Windows machine was at hand. All the work is in run.ps1.
powershell.exe -NoLogo -NoProfile -ExecutionPolicy Bypass -File "%~dp0run.ps1" %*
exit /b %ERRORLEVEL%
