// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/worker/workermessage.h"
#include "core/model/result.h"

#include <QString>

#include <chrono>

namespace lightwell::worker {

/// Decodes in a program of its own (app/picture), which the system holds to its memory and time and which knows no
/// key: for formats whose readers cannot be held to anything. SVG draws itself as often as it likes; libjxl ends the
/// process when memory runs out, and frames nobody sees may be of any size; Qt's plug-ins of HEIF and TIFF have no
/// limits of their own. Waits for it, on the calling thread: call it on the thread pool. Two run at once, the others
/// wait for their turn.
///
/// Errors: `Unsupported` where the program is missing, else `Invalid`: a broken file, or too much time or memory.
[[nodiscard]] Result<QImage> decode(const Order &order);

/// The file's ICC profile, read there for the same reasons; empty where there is none or it cannot be had.
[[nodiscard]] QByteArray profile(const Order &order);

/// The program: beside the running one, or in the folder bin next to it.
[[nodiscard]] QString program();

/// For tests: another program, and how long it may take. An empty name and zero: as usual.
void setForTests(const QString &program, std::chrono::milliseconds patience = {});

/// Processor time in which a picture of so many pixels is decoded, or not at all.
[[nodiscard]] int processorSeconds(QSize size);
/// The program's answer to a file that is broken; every other end but 0 means too much.
constexpr int exitBroken = 4;

} // namespace lightwell::worker
