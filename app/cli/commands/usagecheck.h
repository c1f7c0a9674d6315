// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/balance.h"
#include "core/ledger/ledger.h"

#include <QObject>

namespace lightwell {

class Composition;
class Terminal;

/// `usage --check`: asks the vendors that tell it what was spent or is left there, and holds it against the ledger.
/// What is left says something only beside what was left at the check before, which is kept for that.
class UsageCheck : public QObject
{
    Q_OBJECT
public:
    UsageCheck(Composition &app, Terminal &terminal, bool asJson, QObject *parent);
    void start(const QString &provider); ///< empty: all that have a key

Q_SIGNALS:
    void finished(int exitCode); ///< once

private:
    struct Answer
    {
        QString provider;
        Result<Balance> balance;
        QDateTime since; ///< of the check before; invalid: the ledger is counted from its beginning
        Money there = {}; ///< what the vendor says was spent since; unknown: this is the first look at what is left
        Money here = {}; ///< what the ledger says
    };
    void ask(const QStringList &withKey);
    void compare(const QString &provider, const Result<Balance> &balance);
    void take(const Answer &answer);
    void tell();
    void keep() const;

    Composition &m_app;
    Terminal &m_terminal;
    const bool m_asJson;
    const QDateTime m_now;
    QJsonObject m_before; ///< provider -> what was left, and when
    QStringList m_silent; ///< have a key, but tell nothing
    qsizetype m_asked = 0;
    QList<Answer> m_answers;
};

} // namespace lightwell
