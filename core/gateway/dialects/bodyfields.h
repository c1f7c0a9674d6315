// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/liftedjson.h"
#include "core/model/requestlimits.h"

#include <QStringList>

namespace lightwell {

/// Takes the fields of a JSON body one by one, checks their types and lengths, and knows what is left. Remembers the
/// first mistake. null is the same as absent. (core/model/fieldreader.h reads files of our own, and tells places in
/// them.)
class BodyFields
{
public:
    explicit BodyFields(LiftedJson body);
    /// The same of another object, whose values are those of the body.
    BodyFields(LiftedJson body, QJsonObject fields);

    [[nodiscard]] QString text(const QString &name, qsizetype longest = requestlimits::word); ///< empty if absent
    [[nodiscard]] bool boolean(const QString &name); ///< false if absent
    [[nodiscard]] std::optional<qint64> integer(const QString &name, qint64 least, qint64 most);
    /// Whatever it is; undefined if absent. A text that is too long for a field becomes null.
    [[nodiscard]] QJsonValue value(const QString &name);
    /// The links to pictures: "a", {"image_url": "a"}, {"image_url": {"url": "a"}}, {"b64_json": "a"} and the like, or
    /// a list of these. What is no link is "?": it is meant as a picture, so never passed over. They
    /// point into the body where that is possible, and live as long as this reader.
    [[nodiscard]] QList<QByteArray> linksIn(const QString &name);
    [[nodiscard]] QStringList names() const { return m_rest.keys(); } ///< of what has not been taken yet
    /// What nobody asked for: few and short fields and no pictures, or it is a mistake.
    [[nodiscard]] QJsonObject rest();

    void fail(const QString &name, const QString &message);
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

private:
    [[nodiscard]] QByteArray linkOf(const QJsonValue &entry) const;
    [[nodiscard]] bool holdsPicture(const QJsonValue &value) const;
    [[nodiscard]] QJsonValue take(const QString &name);

    LiftedJson m_body;
    QJsonObject m_rest;
    std::optional<Error> m_error;
};

} // namespace lightwell
