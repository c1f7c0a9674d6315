// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

namespace lightwell {

/// What an answer tells of a generation: "id", "status" and, as it is accepted, the "cost" (Money). Empty: nothing.
[[nodiscard]] QJsonObject readLeonardoJob(const HttpResponse &response);

/// The form of an upload: where to post what, and the id of the picture. Nothing: it holds none.
struct LeonardoForm
{
    QString id;
    QUrl url;
    QJsonObject fields;
};
[[nodiscard]] std::optional<LeonardoForm> readLeonardoForm(const HttpResponse &response);

/// Whether it is an error whatever its status says: {"error": "…"}, or [{"message": "…"}].
[[nodiscard]] bool isLeonardoRefusal(const HttpResponse &response);

/// What went wrong, from Leonardo's words.
void refineLeonardoError(Error &error, const QString &provider);

} // namespace lightwell
