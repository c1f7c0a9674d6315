// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/jsontext.h"
#include "core/model/routeplace.h"
#include "core/wording/names.h"

#include <QJsonObject>
#include <QStringList>

namespace lightwell::wording {

/// Why the offer has its place, or none, as sentences.
[[nodiscard]] QStringList whyThere(const RoutePlace &place, const Names &names = {});

/// A reason for programs: {"code", "message"}.
void writeReason(JsonText &json, const Reason &reason, const Names &names = {});
/// The order of attempts for programs: {"order": [{"offer", "model", "provider", "estimate_micros", "fallback", "why":
/// [{"code", "message"}]}], "left_out": [{"offer", "model", "provider", "why": […]}]}.
void writeRoute(JsonText &json, const QList<RoutePlace> &places, const Names &names = {});
[[nodiscard]] QJsonObject routeJson(const QList<RoutePlace> &places, const Names &names = {});

} // namespace lightwell::wording
