// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gateway/chatrig.h"

#include <QJsonArray>

namespace lightwell::test {

/// An answer of a text model as a client has it, whole or in events.
struct WordAnswer
{
    explicit WordAnswer(const QByteArray &bytes); ///< all that came over a connection
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
    [[nodiscard]] QByteArray cache() const { return header("X-Lightwell-Cache-Status"); }
    [[nodiscard]] QJsonObject json() const;
    [[nodiscard]] QList<QJsonObject> objects() const; ///< of its events, or its one
    /// All that its usage counts, added up; negative: nothing is told.
    [[nodiscard]] double usage() const;
    /// What is said, without what it costs and whose answer it is.
    [[nodiscard]] QList<QJsonObject> said() const;

    QByteArray head;
    int status = 0;
    QByteArray body;
};

// What is asked

[[nodiscard]] QByteArray compact(const QJsonObject &object);
[[nodiscard]] QJsonObject with(QJsonObject object, const QString &key, const QJsonValue &value);
[[nodiscard]] QJsonArray saying(const QString &words); ///< messages
[[nodiscard]] QJsonObject responsesWish(const QString &model, bool streams);

// What a vendor answers

[[nodiscard]] Reply endedBy(const QString &finish); ///< a chat's answer, for this reason
[[nodiscard]] Reply inEvents(const QByteArray &events);

} // namespace lightwell::test
