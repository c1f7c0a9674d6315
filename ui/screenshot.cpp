// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screenshot.h"

#include "ui/compare/comparepage.h"
#include "ui/mainwindow.h"
#include "ui/widgets/theme.h"

#include <QDir>
#include <QPixmap>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int pollInterval = 100; ///< milliseconds
constexpr int longestWait = 120'000;
constexpr int settleTime = 250; ///< after a change of page or theme

} // namespace

Screenshot::Screenshot(MainWindow &window, Theme &theme, QString folder, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_theme(theme)
    , m_folder(std::move(folder))
{
    for (const QString &page :
         {u"compare"_s, u"gallery"_s, u"catalog"_s, u"keys"_s, u"budgets"_s, u"gateway"_s, u"settings"_s}) {
        m_left.append({page, false});
        m_left.append({page, true});
    }
    // The plans come first: they are part of the picture.
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleTime);
    connect(&m_settle, &QTimer::timeout, this, [this] {
        m_window.compare()->generate();
        m_poll.start();
    });
    m_poll.setInterval(pollInterval);
    connect(&m_poll, &QTimer::timeout, this, &Screenshot::waitForPictures);
}

void Screenshot::start()
{
    if (!QDir().mkpath(m_folder)) {
        Q_EMIT finished(false, tr("The folder %1 cannot be made.").arg(m_folder));
        return;
    }
    m_window.showPage(u"compare"_s);
    // Two rows fill the window, and a fixed seed makes the same pictures each time.
    CompareForm form = m_window.compare()->form();
    form.pictures = 2;
    form.seed = 482910;
    form.size = {};
    form.size.ratio = AspectRatio {4, 3};
    m_window.compare()->setForm(form);
    m_settle.start();
}

void Screenshot::waitForPictures()
{
    m_waited += pollInterval;
    if (m_waited > longestWait) {
        m_poll.stop();
        Q_EMIT finished(false, tr("The pictures did not arrive in time."));
        return;
    }
    const CompareSummary summary = m_window.compare()->session().summary();
    if (summary.cells > 0 && summary.underWay == 0 && m_window.compare()->arePicturesShown()) {
        m_poll.stop();
        grabNext();
    }
}

void Screenshot::grabNext()
{
    if (m_left.isEmpty()) {
        Q_EMIT finished(true, m_files.join(u'\n'));
        return;
    }
    const Shot shot = m_left.takeFirst();
    m_theme.setChoice(shot.dark ? Theme::Choice::Dark : Theme::Choice::Light);
    m_window.showPage(shot.page);
    QTimer::singleShot(settleTime, this, [this, shot] {
        const QString file = QDir(m_folder).filePath(u"%1-%2.png"_s.arg(shot.page, shot.dark ? u"dark"_s : u"light"_s));
        // Without the caret, which blinks, each run makes the same picture.
        if (QWidget *focus = m_window.focusWidget()) {
            focus->clearFocus();
        }
        if (!m_window.grab().save(file, "PNG")) {
            Q_EMIT finished(false, tr("%1 cannot be written.").arg(file));
            return;
        }
        m_files.append(file);
        grabNext();
    });
}

} // namespace lightwell
