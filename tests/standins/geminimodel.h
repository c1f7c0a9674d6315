// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QStringList>

namespace lightwell::test {

/// What Google's documentation says that a picture model of the Gemini API accepts.
struct GeminiModel
{
    QString id;
    QStringList ratios;
    QStringList sizes; ///< legal values of imageSize; empty: the field must be left out
    bool thinks = true;

    [[nodiscard]] static const GeminiModel *find(const QString &id);
    [[nodiscard]] static const QList<GeminiModel> &all();
    /// The published pixels of a legal ratio and size.
    [[nodiscard]] QSize pixels(const QString &ratio, const QString &size) const;
};

} // namespace lightwell::test
