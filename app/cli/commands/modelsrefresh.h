// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/listmark.h"
#include "core/model/result.h"

#include <QObject>

namespace lightwell {

class Composition;
class Terminal;

/// `models refresh`: asks vendors for what they have now, and tells what that changed.
class ModelsRefresh : public QObject
{
    Q_OBJECT
public:
    ModelsRefresh(Composition &app, Terminal &terminal, bool asJson, QObject *parent);
    /// `provider` empty: all whose lists can be read. Those without a key are told, and are a failure only where they
    /// were asked for.
    void start(const QString &provider);

Q_SIGNALS:
    void finished(int exitCode); ///< once

private:
    void ended(const QString &provider, const Result<ListNews> &news);
    void tell();

    struct Answer
    {
        QString provider;
        Result<ListNews> news;
    };
    Composition &m_app;
    Terminal &m_terminal;
    const bool m_asJson;
    QString m_only;
    QStringList m_asked;
    QList<Answer> m_answers;
};

} // namespace lightwell
