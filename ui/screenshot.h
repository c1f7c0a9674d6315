// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSize>
#include <QStringList>
#include <QTimer>

namespace lightwell {

class MainWindow;
class Theme;

/// Makes the program's own pictures for its README: the example prompt on the built-in models, then each page in
/// light and dark, as PNG files in a folder.
class Screenshot : public QObject
{
    Q_OBJECT
public:
    Screenshot(MainWindow &window, Theme &theme, QString folder, QObject *parent = nullptr);
    void start();

Q_SIGNALS:
    void finished(bool ok, const QString &message); ///< once; `message` names the files or what went wrong

private:
    void waitForPictures();
    void grabNext();
    struct Shot
    {
        QString page;
        bool dark;
    };
    MainWindow &m_window;
    Theme &m_theme;
    QString m_folder;
    QList<Shot> m_left;
    QStringList m_files;
    QTimer m_settle;
    QTimer m_poll;
    int m_waited = 0;
};

} // namespace lightwell
