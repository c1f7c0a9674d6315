// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace lightwell {

class Button;
class Card;
class ExportItems;
class ExportRun;
struct ExportOptions;
class Keymap;
class ProgressLine;
class TextLabel;

/// Under the form: what the export comes to, the button that starts it, how it goes on, and how it ended.
class ExportFoot : public QWidget
{
    Q_OBJECT
public:
    explicit ExportFoot(const Keymap &keymap, QWidget *parent = nullptr);
    void showReady(const ExportItems &items, const ExportOptions &options, bool canStart);
    void showChecking(); ///< whether files of these names are there
    void showQuestion(const QStringList &taken); ///< the names that are
    void showRunning(const ExportRun &run);
    void showEnded(const ExportRun &run, bool canStart);

Q_SIGNALS:
    void startWanted();
    void cancelWanted();
    void retryWanted();
    void folderWanted();
    void keepWanted(); ///< both, with a number
    void replaceWanted();
    void skipWanted(); ///< those whose name is taken
    void declined();

private:
    void setTexts(const QString &title, const QString &sum, const QString &note, const QString &noteEnd);
    void show(std::initializer_list<QWidget *> shown); ///< of what is not always there
    void setPrimary(bool canStart, int count);
    TextLabel *m_title;
    TextLabel *m_sum;
    ProgressLine *m_line;
    TextLabel *m_note;
    TextLabel *m_noteEnd;
    TextLabel *m_failures;
    QWidget *m_question;
    QWidget *m_after;
    Button *m_retry;
    Button *m_primary;
    Button *m_cancel;
};

} // namespace lightwell
