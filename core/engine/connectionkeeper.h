// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QStringList>

namespace lightwell {

/// Has connections to vendors opened before it is certain that they are needed, so that a call does not wait for a
/// handshake. Only to vendors whose key is known to be there, and nobody is asked to open a keychain for it. Lives on
/// the engine's thread.
class ConnectionKeeper : public QObject
{
    Q_OBJECT
public:
    ConnectionKeeper(const EngineParts &parts, QObject *parent);

    void expect(const QStringList &providers); ///< as many calls to each as it is named
    void expectLast(); ///< one more call to where the last one went, if that was lately
    void called(const QString &provider); ///< a call to it has ended

private:
    void keepReady(const QString &provider, int calls);

    const EngineParts m_parts;
    QString m_last;
    QDeadlineTimer m_lastCounts {0}; ///< until when another call to it is likely
    QDeadlineTimer m_lastExpected {0}; ///< until when nothing needs to be done about it again
};

} // namespace lightwell
