// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/sign.h"

#include <QWidget>

#include <functional>

class QMenu;
class QScrollArea;
class QVBoxLayout;

namespace lightwell {

class Banner;
class Button;
class CellActions;
class CompareSession;
class ProviderKeys;
class RunSection;
class SteadyClock;
class TextLabel;

/// The right side of the Compare page: how things stand, and the runs below each other, the newest on top.
class ResultsPane : public QWidget
{
    Q_OBJECT
public:
    ResultsPane(CompareSession &session, const ProviderKeys &keys, CellActions &actions, const SteadyClock &clock,
                QWidget *parent = nullptr);
    [[nodiscard]] Banner *keyHint() const { return m_keyHint; }
    void setKeyHintShown(bool shown);
    [[nodiscard]] bool arePicturesShown() const;
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void keyWanted(const QString &provider);
    void pageWanted(const QString &provider); ///< the vendor's, where its account is
    void seedWanted(qint64 seed);
    void pictureMenu(QMenu *menu, int run, int cell); ///< of a finished picture, about to open
    void againWanted(int run, const QList<int> &cells); ///< as many pictures more, paid anew
    void promptWanted(); ///< to say it otherwise
    void unlockWanted();
    void settingWanted(const QString &control);
    /// What was cleared and can be brought back, or what is only cleared when it is said again.
    void offer(lightwell::Meaning meaning, const QString &text, const QString &action,
               const std::function<void()> &act);

private:
    QWidget *buildBar();
    void clear(bool unsavedToo = false);
    void restore(); ///< what was cleared last
    void addRun(int run);
    void removeRun(int run);
    void updateSummary();
    void retryAll();
    void updateTitles();
    void giveRoom(RunSection *section);
    [[nodiscard]] RunSection *section(int run) const;
    CompareSession &m_session;
    const ProviderKeys &m_keys;
    CellActions &m_actions;
    const SteadyClock &m_clock;
    TextLabel *m_title;
    TextLabel *m_summary;
    Button *m_retryAll;
    Button *m_cancelAll;
    Button *m_clear;
    QWidget *m_hintBox;
    Banner *m_keyHint;
    QWidget *m_empty;
    QScrollArea *m_scroll;
    QVBoxLayout *m_runs;
    QList<RunSection *> m_sections; ///< newest first
};

} // namespace lightwell
