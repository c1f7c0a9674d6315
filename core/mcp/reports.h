// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/modelquery.h"
#include "core/ledger/ledger.h"
#include "core/mcp/revision.h"
#include "core/model/generation.h"
#include "core/routing/route.h"

#include <functional>

/// What the tools answer, as their schemas have it (resources/mcp/answers).
namespace lightwell::mcp {

/// Where a picture's file is found; empty: nowhere.
using UriOf = std::function<QString(const Picture &picture)>;

[[nodiscard]] QJsonObject jobReport(const Generation &generation, const UriOf &uriOf);
/// Of one that still runs.
[[nodiscard]] QJsonObject runningReport(const QString &job, const QString &model, Money estimate);

[[nodiscard]] QJsonObject estimateReport(const Route &route, const QJsonObject &keys);

/// `found` in the order in which they are told; `limit` of them at most.
[[nodiscard]] QJsonObject modelsReport(const ModelIndex &index, const QList<ModelMatch> &found, qsizetype limit);

[[nodiscard]] QJsonObject usageReport(Period period, const Usage &usage, const QList<BudgetState> &budgets,
                                      const Origin &origin);

/// {"kind", "code", "message", "may_be_billed"}
[[nodiscard]] QJsonObject errorReport(const Error &error);

/// The result of a tool: its structured content, the same as text and what else there is.
[[nodiscard]] QJsonObject toolResult(const QJsonObject &structured, const QJsonArray &further, bool isError,
                                     Revision revision);
/// Of one that was not carried out, with what to do.
[[nodiscard]] QJsonObject toolError(const Error &error);

} // namespace lightwell::mcp
