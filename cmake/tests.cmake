# Tests that are programs or scripts beside the unit tests: samples, the command line, lint, agreement, fuzz corpora, browser.
# Labels: unit, fuzz, sample, input run under the sanitizers too.
# All are registered always: a machine that lacks a tool sees a failure, never a shorter list (./dev test installs them).
set(PYTHON3 python3)
set(run_in ${PROJECT_SOURCE_DIR}/tests)

# Every test so far is a unit test.
get_property(unit_tests DIRECTORY PROPERTY TESTS)
foreach(test ${unit_tests})
  set_tests_properties(${test} PROPERTIES LABELS unit TIMEOUT 600)
endforeach()

# Known leaks of libgit2 are named by function, which takes whole stacks.
if(ARD_SANITIZE)
  foreach(test ${unit_tests})
    if(test MATCHES "^(repository|corpus)/")
      set_tests_properties(${test} PROPERTIES TIMEOUT 600
        ENVIRONMENT "ASAN_OPTIONS=fast_unwind_on_malloc=0;LSAN_OPTIONS=suppressions=${run_in}/leaks.txt:print_suppressions=0")
    endif()
  endforeach()
endif()

add_test(NAME samples COMMAND ${PROJECT_SOURCE_DIR}/samples/run $<TARGET_FILE:ardoise>)
set_tests_properties(samples PROPERTIES LABELS sample TIMEOUT 300)

# ard_script(NAME LABEL COMMAND…): a test that gets the binary in $ARDOISE.
function(ard_script name label)
  add_test(NAME ${name} COMMAND ${ARGN})
  set_tests_properties(${name} PROPERTIES LABELS ${label} TIMEOUT 600 ENVIRONMENT "ARDOISE=$<TARGET_FILE:ardoise>;PYTHONDONTWRITEBYTECODE=1")
endfunction()

ard_script(cli/usage input ${PYTHON3} ${run_in}/cli/test_usage.py)
ard_script(cli/input input ${PYTHON3} ${run_in}/cli/test_input.py)
ard_script(cli/offboard cli ${PYTHON3} ${run_in}/cli/test_offboard.py)
ard_script(cli/backtest cli ${PYTHON3} ${run_in}/cli/test_backtest.py)
ard_script(cli/gate cli ${PYTHON3} ${run_in}/cli/test_gate.py)
ard_script(cli/determinism cli ${PYTHON3} ${run_in}/cli/test_determinism.py)
ard_script(cli/schemas cli ${PYTHON3} ${run_in}/cli/test_schemas.py)
ard_script(cli/install cli ${PYTHON3} ${run_in}/cli/test_install.py)
set_property(TEST cli/install APPEND PROPERTY ENVIRONMENT "ARDOISE_BUILD=${PROJECT_BINARY_DIR}")
ard_script(lint lint ${PYTHON3} ${run_in}/lint/lint.py)
ard_script(lint/lint lint ${PYTHON3} ${run_in}/lint/test_lint.py)

if(EXISTS ${PROJECT_SOURCE_DIR}/.git)
  ard_script(agree/numstat agree ${PYTHON3} ${run_in}/agree/numstat.py $<TARGET_FILE:numstat> ${PROJECT_SOURCE_DIR})
endif()

# The report in headless Chromium, which needs /proc: skipped, and said so, where that is not mounted.
ard_script(browser browser ${PYTHON3} ${run_in}/browser/test_report.py)
set_tests_properties(browser PROPERTIES SKIP_RETURN_CODE 77)

# Fuzz drivers: with clang and ARD_FUZZ they are libFuzzer programs, always they replay their corpus as a test.
set(fuzz_languages languages)
set(fuzz_settings cli)
set(fuzz_store store)
add_custom_target(fuzz)
foreach(driver languages settings store)
  set(target fuzz_${driver})
  if(ARD_FUZZ)
    add_executable(${target} tests/fuzz/${driver}.c $<TARGET_OBJECTS:resources>)
    target_compile_options(${target} PRIVATE -fsanitize=fuzzer)
    target_link_options(${target} PRIVATE -fsanitize=fuzzer)
  else()
    add_executable(${target} tests/fuzz/${driver}.c tests/fuzz/replay.c $<TARGET_OBJECTS:resources>)
    add_test(NAME fuzz/${driver} COMMAND ${target} ${run_in}/fuzz/corpus/${driver})
    set_tests_properties(fuzz/${driver} PROPERTIES LABELS fuzz TIMEOUT 300)
  endif()
  target_link_libraries(${target} PRIVATE ${fuzz_${driver}} flags)
  add_dependencies(fuzz ${target})
endforeach()
