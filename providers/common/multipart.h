// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>

namespace lightwell {

/// A multipart/form-data body (RFC 7578). The boundary is derived from the content, so that the same parts always give
/// the same bytes, and never occurs inside a part.
class Multipart
{
public:
    void addText(const QString &name, const QString &value);
    /// Scalars as text; objects and arrays by bracket names ("svg[model]", "tags[]"), as OpenAI's own client writes
    /// them. null adds nothing.
    void addJson(const QString &name, const QJsonValue &value);
    /// `fileName` may be anything; only its last path segment travels.
    void addFile(const QString &name, const QString &fileName, const QByteArray &mimeType, const QByteArray &bytes);

    [[nodiscard]] QByteArray contentType() const; ///< with the boundary
    [[nodiscard]] QByteArray body() const;

private:
    struct Part
    {
        QByteArray head;
        QByteArray bytes;
    };
    [[nodiscard]] QByteArray boundary() const;

    QList<Part> m_parts;
};

} // namespace lightwell
