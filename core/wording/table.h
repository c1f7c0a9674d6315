// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/reason.h"

namespace lightwell::wording {

/// Whether a sentence tells by itself what is known about the bill, so that a notice beside it would repeat it.
enum class Bill { Unsaid, Said };

/// What is added to a sentence depending on where it is read, because the way out is another one there. It has no
/// values.
struct Aside
{
    const char *atWindow = nullptr;
    const char *elsewhere = nullptr; ///< command line, gateway
};

/// A code with its sentence, in which %1 is its first value. Every code has one row.
struct Row
{
    template<typename... Values>
    Row(const ReasonCode<Values...> &reason, const char *sentence, Bill known = Bill::Unsaid)
        : code(reason.code)
        , text(sentence)
        , kinds(reason.kinds())
        , bill(known)
    {
    }
    template<typename... Values>
    Row(const ReasonCode<Values...> &reason, const char *sentence, const Aside &added)
        : Row(reason, sentence)
    {
        aside = added;
    }

    const char *code;
    const char *text; ///< in English; translated in `context`
    QList<ReasonValue::Kind> kinds; ///< of its values
    Bill bill;
    const char *context = nullptr;
    Aside aside; ///< in the same context
};

/// The rows of the rooms; translators find them under the names in front.
[[nodiscard]] QList<Row> commonRows();
[[nodiscard]] QList<Row> planRows(); ///< Planner
[[nodiscard]] QList<Row> checkRows(); ///< Planner
[[nodiscard]] QList<Row> vendorRows(); ///< Provider
[[nodiscard]] QList<Row> textRows(); ///< Text
[[nodiscard]] QList<Row> keyRows(); ///< Secrets
[[nodiscard]] QList<Row> budgetRows(); ///< Ledger
[[nodiscard]] QList<Row> callRows(); ///< CallErrors
[[nodiscard]] QList<Row> networkRows(); ///< Network
[[nodiscard]] QList<Row> routingRows(); ///< Routing
[[nodiscard]] QList<Row> catalogRows(); ///< Catalog
[[nodiscard]] QList<Row> journalRows(); ///< Journal
[[nodiscard]] QList<Row> explainRows(); ///< Explain
[[nodiscard]] QList<Row> exportRows(); ///< Export
[[nodiscard]] QList<Row> libraryRows(); ///< Library
[[nodiscard]] QList<Row> storageRows(); ///< Storage
[[nodiscard]] QList<Row> mediaRows(); ///< Media
[[nodiscard]] QList<Row> gatewayRows(); ///< Gateway
[[nodiscard]] const QList<Row> &allRows();
[[nodiscard]] const Row *rowOf(const QString &code); ///< nothing: a code of another version

} // namespace lightwell::wording
