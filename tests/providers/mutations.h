// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

namespace lightwell::test {

/// Damaged versions of an answer: cut off, with bytes changed, pieces left out, doubled or swapped. The same ones on
/// every run.
[[nodiscard]] QList<QByteArray> mutations(const QByteArray &good, int count);

/// At least one picture, and each is a link or bytes that begin like a picture.
[[nodiscard]] bool hasOnlyUsableImages(const Done &done);

} // namespace lightwell::test
