// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqlite/sqliteschema.h"

#include "core/storage/sqlite/migration004.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

QString script(const QString &name)
{
    QFile file(u":/lightwell/migrations/%1.sql"_s.arg(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

QList<Migration> sqliteMigrations()
{
    return {script(u"001"_s),
            script(u"002"_s),
            script(u"003"_s),
            Migration(QList<Migration::Part> {script(u"004"_s), Migration::Work(takeGenerationsApart),
                                              script(u"004_rest"_s)}),
            script(u"005"_s),
            script(u"006"_s),
            script(u"007"_s),
            script(u"008"_s),
            script(u"009"_s),
            script(u"010"_s)};
}

QStringList sqliteTables()
{
    return {u"generations"_s,
            u"inputs"_s,
            u"generation_inputs"_s,
            u"offers"_s,
            u"attempts"_s,
            u"calls"_s,
            u"pictures"_s,
            u"ledger"_s,
            u"ledger_lines"_s,
            u"budgets"_s,
            u"clients"_s,
            u"client_calls"_s,
            u"gateway_jobs"_s,
            u"gateway_state"_s,
            u"stored_responses"_s,
            u"stored_response_items"_s,
            u"ledger_sums"_s,
            u"ledger_totals"_s,
            u"picture_marks"_s,
            u"picture_tags"_s,
            u"picture_colours"_s,
            u"picture_parents"_s,
            u"library_changes"_s,
            u"library_words"_s,
            u"library_words_config"_s,
            u"library_words_content"_s,
            u"library_words_data"_s,
            u"library_words_docsize"_s,
            u"library_words_idx"_s};
}

} // namespace lightwell
