// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/openaimodel.h"
#include "tests/support/multipart.h"

#include <QVariant>

namespace lightwell::test {

/// A request to make or edit pictures, read and checked by OpenAI's rules.
struct OpenAiInput
{
    const OpenAiModel *model = nullptr;
    QString prompt;
    QSize size {1024, 1024};
    int n = 1;
    QString quality = QStringLiteral("high"); ///< what "auto" comes to
    QString background = QStringLiteral("opaque");
    ImageFormat format = ImageFormat::Png;
    int pictures = 0; ///< that go in
    bool stream = false;
    int partials = 0; ///< sketches to send before the picture
    std::optional<Reply> refusal; ///< the first broken rule; everything else is then meaningless

    [[nodiscard]] static OpenAiInput readGeneration(const Received &request);
    [[nodiscard]] static OpenAiInput readEdit(const Received &request);

private:
    void check(const QVariantMap &fields, bool edit);
    void checkFields(const QVariantMap &fields, bool edit);
    void checkSize(const QVariant &value);
    void checkNumbers(const QVariantMap &fields);
    void checkChoices(const QVariantMap &fields);
    void checkFiles(const QList<FormPart> &parts);
    void checkLinks(const QJsonObject &body);
    void checkMask(const FormPart &mask, QSize first);
    void refuse(const Reply &reply);
};

} // namespace lightwell::test
