// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace lightwell::test {

/// A painted coast in the evening; the number changes its colours.
[[nodiscard]] QImage samplePicture(QSize size, int number);

} // namespace lightwell::test
