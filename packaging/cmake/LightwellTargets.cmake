# SPDX-FileCopyrightText: Lightwell contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# The one interface target with the language level, the warnings and the strict Qt defines, and
# the functions every room of the house is declared with.
include(CheckLinkerFlag)

set(CMAKE_LINK_DEPENDS_NO_SHARED ON) # programs need no linking anew where a library has changed inside
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
    # Precompiled headers need these; they are given on the command line so that no configuration
    # of the person's own is touched.
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env
        "CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime"
        "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" "CCACHE_NOHASHDIR=1"
        "CCACHE_DEPEND=1" # Ninja asks for what a file includes anyway: nothing is read twice to find it out
        "${CCACHE_PROGRAM}")
endif()

add_library(lightwell_options INTERFACE)
target_compile_features(lightwell_options INTERFACE cxx_std_20)
target_include_directories(lightwell_options INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_definitions(lightwell_options INTERFACE
    LIGHTWELL_VERSION="${PROJECT_VERSION}"
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_CONTEXTLESS_CONNECT QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_STRICT_ITERATORS
    QT_NO_KEYWORDS QT_NO_FOREACH QT_NO_JAVA_STYLE_ITERATORS QT_USE_QSTRINGBUILDER
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_compile_options(lightwell_options INTERFACE
    -Wall -Wextra -Wpedantic -Wold-style-cast -Woverloaded-virtual -Wnon-virtual-dtor -Wshadow
    $<$<BOOL:${LIGHTWELL_WARNINGS_AS_ERRORS}>:-Werror>
    # A precompiled header fills g++'s memory at once, and clearing up there frees none of it.
    $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess;--param=ggc-min-heapsize=1000000>)
if(LIGHTWELL_SHARED AND Qt6_VERSION VERSION_GREATER_EQUAL 6.5)
    # What is linked with Debian 12's Qt is compiled so anyway, whatever it becomes a part of; later ones leave it to each.
    target_compile_options(lightwell_options INTERFACE -fPIC)
endif()
if(LIGHTWELL_SANITIZE)
    # Lines are all a report needs; whole debug information of some hundred programs fills a disk. Threads meet only where
    # programs run at a fair speed; the other checks do not ask for it, and compile in half the time.
    target_compile_options(lightwell_options INTERFACE -fsanitize=${LIGHTWELL_SANITIZE} -fno-omit-frame-pointer
        $<$<NOT:$<CONFIG:Debug>>:-O1> -g1)
    target_link_options(lightwell_options INTERFACE -fsanitize=${LIGHTWELL_SANITIZE})
    if(LIGHTWELL_SANITIZE MATCHES "thread")
        # In the place of functions that it cannot follow.
        add_library(lightwell_followed OBJECT "${CMAKE_SOURCE_DIR}/packaging/sanitizers/clone.cpp"
            "${CMAKE_SOURCE_DIR}/packaging/sanitizers/invokemethod.cpp"
            "${CMAKE_SOURCE_DIR}/packaging/sanitizers/threadpool.cpp")
        target_compile_features(lightwell_followed PRIVATE cxx_std_20)
        target_link_libraries(lightwell_followed PRIVATE Qt6::Core)
        set_target_properties(lightwell_followed PROPERTIES POSITION_INDEPENDENT_CODE ON)
        target_link_libraries(lightwell_options INTERFACE $<TARGET_OBJECTS:lightwell_followed>)
    endif()
endif()
check_linker_flag(CXX "-fuse-ld=mold" LIGHTWELL_HAS_MOLD)
if(LIGHTWELL_HAS_MOLD)
    target_link_options(lightwell_options INTERFACE -fuse-ld=mold)
endif()

# lightwell_library(NAME [PRECOMPILED file]): a library with a precompiled header, the house's where none is named; static,
# or shared with LIGHTWELL_SHARED (its code is independent of its place anyway: see lightwell_options). Its rooms add their files
# with target_sources() from their own CMakeLists.txt.
function(lightwell_library name)
    cmake_parse_arguments(arg "" "PRECOMPILED" "" ${ARGN})
    if(NOT arg_PRECOMPILED)
        set(arg_PRECOMPILED core/precompiled.h)
    endif()
    if(LIGHTWELL_SHARED)
        add_library(${name} SHARED)
        set_target_properties(${name} PROPERTIES DEFINE_SYMBOL "" POSITION_INDEPENDENT_CODE OFF)
    else()
        add_library(${name} STATIC)
    endif()
    target_link_libraries(${name} PUBLIC lightwell_options)
    target_precompile_headers(${name} PRIVATE "${CMAKE_SOURCE_DIR}/${arg_PRECOMPILED}")
endfunction()

# lightwell_test_library(NAME SOURCES file... [LIBRARIES lib...]): what several test programs of a room have in common.
function(lightwell_test_library name)
    cmake_parse_arguments(arg "" "" "SOURCES;LIBRARIES" ${ARGN})
    add_library(${name} STATIC ${arg_SOURCES})
    target_link_libraries(${name} PUBLIC lightwell_test_support ${arg_LIBRARIES})
    target_precompile_headers(${name} REUSE_FROM lightwell_test_support)
endfunction()

# A program made of test files, each of which includes its own .moc: moc is run on them as they are, since a target of
# CMake's for each of hundreds of programs takes longer than what it finds out.
function(lightwell_own_mocs name)
    set_target_properties(${name} PROPERTIES AUTOMOC OFF AUTORCC OFF)
    target_include_directories(${name} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/${name}_mocs")
    foreach(source IN LISTS ARGN)
        get_filename_component(base ${source} NAME_WE)
        if(source MATCHES "\\.h$")
            file(STRINGS ${source} lines REGEX "^ *Q_OBJECT$")
            if(lines)
                qt_wrap_cpp(mocs ${source} TARGET ${name})
                target_sources(${name} PRIVATE ${mocs})
            endif()
            continue()
        endif()
        file(STRINGS ${source} lines REGEX "^#include \"${base}\\.moc\"")
        if(lines)
            set(moc "${CMAKE_CURRENT_BINARY_DIR}/${name}_mocs/${base}.moc")
            qt_generate_moc(${source} "${moc}" TARGET ${name})
            target_sources(${name} PRIVATE "${moc}")
        endif()
    endforeach()
endfunction()

# lightwell_timeout(SECONDS test...): how long these may take, on a busy machine, too; with sanitizers several times as long.
function(lightwell_timeout seconds)
    if(LIGHTWELL_SANITIZE)
        math(EXPR seconds "${seconds} * 6")
    endif()
    set_tests_properties(${ARGN} PROPERTIES TIMEOUT ${seconds})
endfunction()

# lightwell_test(NAME SOURCES file... LIBRARIES lib... [LABELS label...] [RESOURCES_LOCK name]):
# a Qt Test program, run offscreen with an empty home of its own and no key in the environment.
function(lightwell_test name)
    cmake_parse_arguments(arg "" "TIMEOUT;PRECOMPILED" "SOURCES;LIBRARIES;LABELS" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE lightwell_test_support ${arg_LIBRARIES})
    if(arg_PRECOMPILED) # another target's header of its own
        target_precompile_headers(${name} REUSE_FROM ${arg_PRECOMPILED})
    elseif("lightwell_ui" IN_LIST arg_LIBRARIES) # Qt Test's own headers differ where there are widgets
        target_precompile_headers(${name} PRIVATE "${CMAKE_SOURCE_DIR}/tests/support/precompiled.h")
    else()
        target_precompile_headers(${name} REUSE_FROM lightwell_test_support)
    endif()
    lightwell_own_mocs(${name} ${arg_SOURCES})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
    set(cost ${arg_TIMEOUT})
    if(NOT arg_TIMEOUT)
        set(cost 120)
        set(arg_TIMEOUT 300)
    endif()
    add_dependencies(${name} lightwell-picture) # some formats are read by it
    add_test(NAME ${name} COMMAND ${name})
    # The longest first, so that none of them is waited for at the end.
    lightwell_timeout(${arg_TIMEOUT} ${name})
    set_tests_properties(${name} PROPERTIES
        COST ${cost} LABELS "${arg_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LIGHTWELL_HOME=${CMAKE_BINARY_DIR}/tests/home/${name};LC_ALL=C.UTF-8;DBUS_SESSION_BUS_ADDRESS=disabled:;QT_LOGGING_RULES=qt.*.debug=false")
endfunction()
