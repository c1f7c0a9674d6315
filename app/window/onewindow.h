// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QObject>

namespace lightwell {

/// One window for a home: the first one holds a lock there, which goes with its program however that ends, and listens
/// for later ones. The command line and the gateway have nothing to do with it.
class OneWindow : public QObject
{
    Q_OBJECT
public:
    explicit OneWindow(const QString &folder, QObject *parent = nullptr);
    ~OneWindow() override;

    /// Also where nobody can say, as in a folder that takes no lock.
    [[nodiscard]] bool isFirst() const { return m_isFirst; }
    /// Asks the first one to come to the front. False: it has the home, and does not answer. Waits a moment; for a
    /// program that has no window.
    [[nodiscard]] bool callFirst() const;

Q_SIGNALS:
    void called(); ///< of the first: somebody started the program again

private:
    void listen();
    void answer();

    QString m_socket;
    QLocalServer m_server;
    int m_lock = -1;
    bool m_isFirst = true;
};

} // namespace lightwell
