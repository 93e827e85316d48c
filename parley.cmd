@echo off
rem Runs Parley from its sources: finds a JDK, builds when something has changed, starts the program.
setlocal EnableExtensions DisableDelayedExpansion
set "needs_java=25"
set "home=%~dp0"
if "%home:~-1%"=="\" set "home=%home:~0,-1%"
set "target=%home%\app\target"
set "jar=%target%\parley.jar"

call :needs_build
if not errorlevel 1 (
    call :build
    if errorlevel 1 exit /b 1
)
call :find_java java.exe
if errorlevel 1 (
    echo parley: Parley needs Java %needs_java% or newer; install one ^(for example Temurin %needs_java%^) or set JAVA_HOME to it 1>&2
    exit /b 1
)

rem What the build has learnt about starting; Java leaves it out by itself where it does not fit.
set "cache="
rem A start without a command shows the window, which has learnt other things.
set "learnt=parley"
if "%~1"=="" set "learnt=window"
if exist "%target%\%learnt%.aot" set cache="-XX:AOTCache=%target%\%learnt%.aot"
"%java_home%\bin\java.exe" %cache% ^
    -Xlog:disable "-Xlog:all=error,aot*=off,cds*=off:stderr" ^
    -XX:+IgnoreUnrecognizedVMOptions -XX:+UseParallelGC -XX:ParallelGCThreads=1 -Xms12m -Xmx256m ^
    -XX:NewSize=4m -XX:MaxNewSize=16m -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20 -XX:+UseAdaptiveSizePolicyWithSystemGC ^
    -XX:YoungGenerationSizeIncrement=40 -XX:AdaptiveSizeDecrementScaleFactor=1 -XX:AdaptiveTimeWeight=75 ^
    -XX:+UnlockDiagnosticVMOptions -XX:Tier0ProfileDelayFactor=2 -XX:Tier2ProfileDelayFactor=2 ^
    -XX:MaxInlineLevel=5 -XX:InlineSmallCode=600 -XX:FreqInlineSize=100 ^
    -Dio.netty.jfr.enabled=false -Dio.netty.leakDetection.level=disabled --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ^
    %PARLEY_JAVA_OPTIONS% -cp "%jar%;%target%\lib\*" dev.parley.app.Main %*
exit /b %errorlevel%

rem Succeeds if the program is missing or older than a source. The stamp is for builds that found nothing to do.
:needs_build
if not exist "%jar%" exit /b 0
if not exist "%target%\lib\" exit /b 0
powershell -NoProfile -ExecutionPolicy Bypass -Command ^
    "$h=$env:home; $made=@(Get-Item \"$h\app\target\parley.jar\",\"$h\app\target\built\" -ErrorAction SilentlyContinue | ForEach-Object LastWriteTimeUtc | Sort-Object)[-1];" ^
    "$new=Get-ChildItem \"$h\pom.xml\",\"$h\server-core\pom.xml\",\"$h\app\pom.xml\",\"$h\server-core\src\main\",\"$h\app\src\main\",\"$h\app\src\build\",\"$h\assets\" -Recurse -File | Where-Object { $_.LastWriteTimeUtc -gt $made } | Select-Object -First 1;" ^
    "if ($new) { exit 0 } else { exit 1 }"
exit /b %errorlevel%

:build
call :find_java javac.exe
if errorlevel 1 (
    echo parley: building Parley needs a JDK %needs_java% or newer; install one ^(for example Temurin %needs_java%^) or set JAVA_HOME to it 1>&2
    exit /b 1
)
where mvn >nul 2>nul
if errorlevel 1 (
    echo parley: building Parley needs Maven ^(mvn^); install it and try again 1>&2
    exit /b 1
)
echo Building Parley ^(once^)... 1>&2
if not exist "%target%\" mkdir "%target%"
pushd "%home%"
setlocal
set "JAVA_HOME=%java_home%"
set "PATH=%java_home%\bin;%PATH%"
call mvn -q -B -DskipTests -Dspotless.check.skip -Denforcer.skip -pl app -am package > "%target%\build.log" 2>&1
set "failed=%errorlevel%"
endlocal & set "failed=%failed%"
popd
if not "%failed%"=="0" (
    type "%target%\build.log" 1>&2
    echo parley: the build failed 1>&2
    exit /b 1
)
type nul > "%target%\built"
exit /b 0

rem Sets java_home to the first Java that is new enough and has the program %1.
:find_java
set "java_home="
if defined PARLEY_JAVA_HOME call :fits "%PARLEY_JAVA_HOME%" %1
if defined java_home exit /b 0
if defined JAVA_HOME call :fits "%JAVA_HOME%" %1
if defined java_home exit /b 0
for %%R in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%LOCALAPPDATA%\Programs\Eclipse Adoptium" "%USERPROFILE%\.jdks" "%USERPROFILE%\scoop\apps") do (
    if not defined java_home if exist "%%~R\" for /d %%J in ("%%~R\*") do (
        if not defined java_home call :fits "%%~J" %1
    )
)
if defined java_home exit /b 0
for /f "delims=" %%J in ('where java 2^>nul') do (
    if not defined java_home for %%B in ("%%~dpJ..") do call :fits "%%~fB" %1
)
if defined java_home exit /b 0
exit /b 1

rem Takes the Java home %1 if it is new enough and has the program %2. Its version stands in the file "release".
:fits
if not exist "%~1\bin\%2" exit /b 1
if not exist "%~1\release" exit /b 1
set "found="
for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "found=%%~V"
if not defined found exit /b 1
for /f "tokens=1 delims=.-+" %%M in ("%found%") do set "found=%%M"
if %found% GEQ %needs_java% set "java_home=%~1"
exit /b 0
