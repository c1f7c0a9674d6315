// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"
#include "providers/sketchbook/adapter/studio.h"

namespace lightwell::test {

/// A plan for a built-in model as the catalog describes it.
[[nodiscard]] Plan sketchbookPlan(const QString &model, const QString &prompt);

/// POST of a body to the studio, answered.
[[nodiscard]] HttpResponse commission(Studio &studio, const QJsonObject &body);
[[nodiscard]] HttpResponse ask(Studio &studio, const QByteArray &method, const QUrl &url);

/// Waits until a job of the studio is over and returns its last description.
[[nodiscard]] QJsonObject untilOver(Studio &studio, const QUrl &status);

} // namespace lightwell::test
