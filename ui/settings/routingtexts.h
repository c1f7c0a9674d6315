// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/routingrules.h"

/// Routing rules as a person types them in one line, and back.
namespace lightwell::routingtexts {

/// What was typed, or what is wrong with it, as a sentence.
template<typename T>
struct Typed
{
    T value = {};
    QString problem = {}; ///< empty: nothing
};

[[nodiscard]] Typed<QStringList> list(const QString &text); ///< "trusted, fast"
[[nodiscard]] Typed<QStringList> providers(const QString &text, const QStringList &known); ///< "fal, openai"
[[nodiscard]] Typed<QMap<QString, double>> weights(const QString &text,
                                                   const QStringList &known); ///< "fal 2, openai 1"
[[nodiscard]] Typed<QMap<QString, int>> counts(const QString &text, const QStringList &known); ///< "fal 4, openai 2"
/// "fal: trusted, fast; openai: trusted"
[[nodiscard]] Typed<QMap<QString, QStringList>> marks(const QString &text, const QStringList &known);
[[nodiscard]] Typed<std::optional<Money>> price(const QString &text); ///< "0.05", "$0.05"
[[nodiscard]] Typed<std::optional<std::chrono::milliseconds>> seconds(const QString &text); ///< "2.5"

[[nodiscard]] QString text(const QStringList &words);
[[nodiscard]] QString text(const QMap<QString, double> &weights);
[[nodiscard]] QString text(const QMap<QString, int> &counts);
[[nodiscard]] QString text(const QMap<QString, QStringList> &marks);

} // namespace lightwell::routingtexts
