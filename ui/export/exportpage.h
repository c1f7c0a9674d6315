// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/exportitems.h"
#include "ui/export/exportpreviewer.h"
#include "ui/export/exportrun.h"
#include "ui/widgets/sign.h"

#include <QTimer>
#include <QWidget>

#include <functional>

namespace lightwell {

class Dialogs;
class ExportFoot;
class ExportForm;
class ExportStrip;
class HintLine;
class Keymap;
class PresetBar;
class PreviewCard;
class Settings;
class SteadyClock;
class TextLabel;

/// Pictures on their way out: in which format, how good, how large and under which names, with a preview of the one
/// that is looked at. What was started goes on when the page is left. Only puts its parts together.
class ExportPage : public QWidget
{
    Q_OBJECT
public:
    ExportPage(Settings &settings, Dialogs &dialogs, const SteadyClock &clock, const Keymap &keymap,
               QWidget *parent = nullptr);
    ~ExportPage() override;

    /// Shows these files, or, while an export is under way, that one; then it says so. `from`: where they come from,
    /// in words.
    void open(const QStringList &files, const QString &from);
    void setRecipeInBooks(const RecipesInBooks &recipeInBooks); ///< outlives what the page puts on the thread pool
    [[nodiscard]] bool isRunning() const { return m_run.isRunning(); }

Q_SIGNALS:
    void left();
    void say(lightwell::Meaning meaning, const QString &text);
    /// The same with something that can still be done for some seconds.
    void offer(lightwell::Meaning meaning, const QString &text, const QString &action,
               const std::function<void()> &act);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class State { Ready, Checking, Asking, Running, Ended };
    void build();
    void connectParts();
    void addKeys();
    void chooseFolder();
    void showRow(int row);
    void showSource();
    void step(int by);
    void edit();
    void updateExample();
    void updateExpected();
    void updateFoot();
    void setState(State state);
    [[nodiscard]] ExportJob job() const;
    [[nodiscard]] bool canStart() const;
    void start();
    void begin(ExportExisting existing);
    void showOutcome(int row, const ExportOutcome &outcome);
    void end();
    void escape();
    void keep();
    Settings &m_settings;
    Dialogs &m_dialogs;
    const Keymap &m_keymap;
    ExportItems m_items;
    ExportPreviewer m_previewer;
    ExportRun m_run;
    TextLabel *m_title;
    TextLabel *m_from;
    PresetBar *m_presets;
    PreviewCard *m_preview;
    ExportStrip *m_strip;
    QWidget *m_stripCard;
    HintLine *m_hints;
    ExportForm *m_form;
    ExportFoot *m_foot;
    RecipesInBooks m_recipeInBooks;
    State m_state = State::Ready;
    int m_row = 0;
    int m_round = 0; ///< of what is looked up on the thread pool for a start
    int m_exampleRound = 0;
    QTimer m_exampleSoon;
    QTimer m_keepSoon;
};

} // namespace lightwell
