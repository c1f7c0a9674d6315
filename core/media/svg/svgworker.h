// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/svg/svgsanitizer.h"

#include <QImage>
#include <QString>

#include <chrono>

namespace lightwell::svg {

/// Draws in a program of its own (app/svg), which the system holds to its memory and time and which knows no key: a
/// drawing may be too much, or trip over a fault of QtSvg, and nothing happens to anybody else. Waits for it, on the
/// calling thread: call it on the thread pool. Two are drawn at once, the others wait for their turn.
///
/// Errors: `Unsupported` where the program is missing, `Invalid` where the drawing takes too long or too much.
[[nodiscard]] Result<QImage> drawSvg(const SafeSvg &drawing);

/// The program: beside the running one, or in the folder bin next to it.
[[nodiscard]] QString workerProgram();

/// For tests: another program, and how long it may take. An empty name and zero: as usual.
void setWorkerForTests(const QString &program, std::chrono::milliseconds patience = {});

} // namespace lightwell::svg
