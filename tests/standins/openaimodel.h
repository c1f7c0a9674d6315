// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/imageformat.h"

#include <QSize>
#include <QStringList>

namespace lightwell::test {

/// What OpenAI's documentation says that a picture model accepts.
struct OpenAiModel
{
    QString id;
    bool freeSizes = false; ///< any size within the published limits, not only the three presets
    bool transparent = true;
    bool complexity = false;
    QStringList qualities;
    QStringList fidelities; ///< legal values of input_fidelity; empty: the field must be left out
    bool plansInWords = true; ///< text is counted on the way out, beside the picture

    [[nodiscard]] static const OpenAiModel *find(const QString &id);
    [[nodiscard]] static const QList<OpenAiModel> &all();
    [[nodiscard]] bool allows(QSize size) const;
    /// Tokens of one picture: grows with quality and area.
    [[nodiscard]] static qint64 outputTokens(QSize size, const QString &quality);
};

} // namespace lightwell::test
