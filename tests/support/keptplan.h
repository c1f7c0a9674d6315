// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/planjson.h"

#include <QJsonDocument>

namespace lightwell::test {

/// A plan as the journal brings it back: from the bytes of its attempt's row and of its generation's request.
[[nodiscard]] inline Result<Plan> keptAndRead(const Plan &plan)
{
    const QJsonObject request =
        QJsonDocument::fromJson(QJsonDocument(plan.request.toJson()).toJson(QJsonDocument::Compact)).object();
    Result<Request> asked = Request::fromJson(request);
    if (!asked) {
        return asked.error();
    }
    Result<Plan> read = planjson::read(planjson::write(plan, plan.request).toUtf8(), request, plan.offer);
    if (read) {
        read.value().request = std::move(asked).value();
    }
    return read;
}

} // namespace lightwell::test
