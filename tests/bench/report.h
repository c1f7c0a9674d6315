// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/figure.h"

namespace lightwell::bench {

/// The figures of one measurement as lines of text, columns aligned.
[[nodiscard]] QString asTable(const QString &measurement, const QList<Figure> &figures);
[[nodiscard]] QJsonObject asJson(const QString &measurement, const QList<Figure> &figures);

} // namespace lightwell::bench
