// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSet>

class QWidget;

namespace lightwell {

class CompareSession;
class Notifier;
class Settings;

/// Tells through the desktop that a run has ended, when nobody looks at the window: how many pictures came, and what
/// they cost. Never the prompt, since others may see the screen.
class RunNotices : public QObject
{
    Q_OBJECT
public:
    /// `page` is in the window that is looked at, or not.
    RunNotices(CompareSession &session, Notifier &notifier, const Settings &settings, QWidget &page,
               QObject *parent = nullptr);

private:
    void follow(int run);
    void tell(int run);
    CompareSession &m_session;
    Notifier &m_notifier;
    const Settings &m_settings;
    QWidget &m_page;
    QSet<int> m_underWay;
};

} // namespace lightwell
