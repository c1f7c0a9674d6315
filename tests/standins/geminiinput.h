// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/geminimodel.h"
#include "tests/support/message.h"

namespace lightwell::test {

/// A call of generateContent, read and checked by Google's rules: every name must be known, and every value legal for
/// the model.
struct GeminiInput
{
    QString text;
    int pictures = 0; ///< that go in
    QSize picture; ///< of the first of them
    bool words = false; ///< TEXT is among the modalities asked for
    QString ratio = QStringLiteral("1:1");
    QString size = QStringLiteral("1K");
    qint64 seed = 0;
    std::optional<Reply> refusal; ///< the first broken rule; everything else is then meaningless

    [[nodiscard]] static GeminiInput read(const Received &request, const GeminiModel &model);

private:
    void checkNames(const QJsonObject &object, const QString &where, const QStringList &known);
    void readContents(const QJsonArray &contents);
    void readPart(const QJsonObject &part);
    void readConfig(const QJsonObject &config, const GeminiModel &model);
    void followPicture(const GeminiModel &model);
    void readImageConfig(const QJsonObject &config, const GeminiModel &model);
    void refuse(const QString &message, const QString &field = {});
};

} // namespace lightwell::test
