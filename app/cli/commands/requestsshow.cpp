// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/requests.h"
#include "app/cli/keytable.h"
#include "app/cli/outcome.h"
#include "app/cli/report.h"
#include "app/cli/terminal.h"
#include "app/composition.h"
#include "core/async/whendone.h"
#include "core/wording/wording.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QString secondsOf(const Attempt &attempt)
{
    return attempt.endedAt.isValid()
        ? u"%1 s"_s.arg(static_cast<double>(attempt.startedAt.msecsTo(attempt.endedAt)) / 1000.0, 0, 'f', 1)
        : QString();
}

/// Who was asked, in which order, and why: of each attempt a line, and what came after it.
QList<QStringList> attemptRows(const Generation &generation)
{
    QList<QStringList> rows {{RequestsCommand::tr("ATTEMPT"), RequestsCommand::tr("PROVIDER"),
                              RequestsCommand::tr("STATUS"), RequestsCommand::tr("COST"), RequestsCommand::tr("TIME"),
                              RequestsCommand::tr("WHY, AND WHAT CAME AFTER IT")}};
    for (qsizetype number = 0; number < generation.attempts.size(); ++number) {
        const Attempt &attempt = generation.attempts.at(number);
        QStringList told {wording::sentence(attempt.why), attempt.error ? wording::sentence(*attempt.error) : QString(),
                          wording::sentence(attempt.after)};
        told.removeAll(QString());
        rows.append({QString::number(number + 1), keytable::shownName({attempt.provider, attempt.key}),
                     statusName(attempt.status), moneyText(attempt.cost), secondsOf(attempt), told.join(u' ')});
    }
    return rows;
}

} // namespace

void RequestsCommand::show(const QString &id)
{
    whenDone(m_app->journal().find(id), this, [this, id](const std::optional<Generation> &found) {
        if (!found) {
            m_terminal->error(
                notSent(ErrorKind::NotFound, tr("There is no request %1. \"requests\" lists them.").arg(id)));
            Q_EMIT finished(ExitFailed);
            return;
        }
        if (m_asJson) {
            m_terminal->printJson(generationReport(*found, {}));
        } else {
            m_terminal->printTable(attemptRows(*found));
        }
        Q_EMIT finished(ExitDone);
    });
}

} // namespace lightwell
