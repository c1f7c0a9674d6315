// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/discovery/localengine.h"
#include "core/transport/httpclient.h"

#include <QHash>
#include <QPointer>

namespace lightwell {

/// Asks one address who answers there, and then for what it has. finished() comes exactly once, never from within
/// start(); nothing in it: nobody who is known. Goes with its parent.
class EngineProbe : public QObject
{
    Q_OBJECT
public:
    EngineProbe(HttpClient &http, const QList<LocalEngine> &engines, QUrl address, QObject *parent);
    void start();
    void abort(); ///< ends what is under way; finished() still comes

Q_SIGNALS:
    void finished(const std::optional<lightwell::FoundEngine> &found);

private:
    void ask(const QStringList &questions);
    void took(const QString &question, const HttpResult &result);
    void recognise();
    void conclude();

    HttpClient &m_http;
    const QList<LocalEngine> m_engines;
    const QUrl m_address;
    const LocalEngine *m_known = nullptr;
    QHash<QString, HttpResponse> m_answers;
    QList<QPointer<HttpCall>> m_calls;
    int m_open = 0; ///< questions without an answer
    bool m_aborted = false;
};

} // namespace lightwell
