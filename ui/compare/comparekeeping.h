// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

class QSplitter;

namespace lightwell {

class Catalog;
class CompareSession;
class FormPane;
class Settings;

/// What of the Compare page is there again after a restart: the form, the runs, and how wide the form is. It is written
/// into the settings a moment after it has changed, and in the end.
class CompareKeeping : public QObject
{
    Q_OBJECT
public:
    /// `splitter` has the form on its first side.
    CompareKeeping(Settings &settings, const Catalog &catalog, CompareSession &session, FormPane &form,
                   QSplitter &splitter, QObject *parent = nullptr);
    void restoreForm(const QString &examplePrompt); ///< which stands there at the first start
    void restoreRuns();
    void keepSoon() { m_keepSoon.start(); } ///< the form
    void keep();
    void fitForm(); ///< to the window, until the person has chosen its width

private:
    Settings &m_settings;
    const Catalog &m_catalog;
    CompareSession &m_session;
    FormPane &m_form;
    QSplitter &m_splitter;
    bool m_hasOwnWidths = false; ///< the person moved the line between form and pictures
    QTimer m_keepSoon;
    QTimer m_keepRunsSoon;
};

} // namespace lightwell
