// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/exportfoot.h"

#include "core/wording/wording.h"
#include "ui/export/exportitems.h"
#include "ui/export/exportrun.h"
#include "ui/export/exporttexts.h"
#include "ui/shortcuts/keybinding.h"
#include "ui/shortcuts/keymap.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/names.h"
#include "ui/widgets/progressline.h"
#include "ui/widgets/textlabel.h"

#include <QFileInfo>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

using State = ExportOutcome::State;

constexpr int maxFailures = 3; ///< that are told one by one
constexpr int maxNames = 3;

TextLabel *label(TextLabel::Voice voice, const QString &objectName)
{
    auto *made = new TextLabel(voice);
    made->setObjectName(objectName);
    return made;
}

QString pictures(int count)
{
    return count == 1 ? ExportFoot::tr("1 picture") : ExportFoot::tr("%1 pictures").arg(count);
}

QString failuresOf(const ExportRun &run)
{
    QStringList lines;
    int more = 0;
    for (const ExportOutcome &outcome : run.outcomes()) {
        if (outcome.state != State::Failed || !outcome.error) {
            continue;
        }
        if (lines.size() < maxFailures) {
            lines.append(
                ExportFoot::tr("%1: %2").arg(QFileInfo(outcome.file).fileName(), wording::sentence(*outcome.error)));
        } else {
            ++more;
        }
    }
    if (more > 0) {
        lines.append(ExportFoot::tr("and %1 more").arg(more));
    }
    return lines.join(u'\n');
}

} // namespace

ExportFoot::ExportFoot(const Keymap &keymap, QWidget *parent)
    : QWidget(parent)
    , m_title(label(TextLabel::Voice::Strong, u"exportTitle"_s))
    , m_sum(label(TextLabel::Voice::Strong, u"exportSum"_s))
    , m_line(new ProgressLine)
    , m_note(label(TextLabel::Voice::Small, u"exportNote"_s))
    , m_noteEnd(label(TextLabel::Voice::Small, u"exportNoteEnd"_s))
    , m_failures(label(TextLabel::Voice::Bad, u"exportFailures"_s))
    , m_question(new QWidget)
    , m_after(new QWidget)
    , m_retry(named(new Button(Button::Kind::Pill), u"exportRetry"_s, tr("Retry what failed")))
    , m_primary(named(new Button(Button::Kind::Primary), u"exportStart"_s, tr("Export")))
    , m_cancel(named(new Button(Button::Kind::Normal, tr("&Cancel")), u"exportCancel"_s, tr("Cancel the export")))
{
    m_title->setElided(true);
    m_note->setWordWrap(true);
    m_failures->setWordWrap(true);
    m_line->setObjectName(u"exportProgress"_s);
    auto *card = new Card;
    auto *inner = new QVBoxLayout(card);
    inner->setContentsMargins(12, 9, 12, 9);
    inner->setSpacing(4);
    const auto addRow = [inner](QWidget *left, QWidget *right) {
        auto *row = new QHBoxLayout;
        row->addWidget(left, 1);
        row->addWidget(right);
        inner->addLayout(row);
    };
    addRow(m_title, m_sum);
    inner->addWidget(m_line);
    addRow(m_note, m_noteEnd);
    inner->addWidget(m_failures);
    auto *answers = new FlowLayout(m_question, 6);
    const auto addAnswer = [this, answers](const QString &text, const QString &name, const QString &spoken,
                                           void (ExportFoot::*chosen)()) {
        auto *button = named(new Button(Button::Kind::Pill, text), name, spoken);
        connect(button, &QPushButton::clicked, this, chosen);
        answers->addWidget(button);
    };
    addAnswer(tr("&Keep both"), u"exportKeepBoth"_s, tr("Keep both: the new ones get a number"),
              &ExportFoot::keepWanted);
    addAnswer(tr("Re&place"), u"exportReplace"_s, tr("Replace the files that are there"), &ExportFoot::replaceWanted);
    addAnswer(tr("&Skip"), u"exportSkip"_s, tr("Leave out those whose name is taken"), &ExportFoot::skipWanted);
    addAnswer(tr("Ne&ver mind"), u"exportDecline"_s, tr("Export nothing"), &ExportFoot::declined);
    inner->addWidget(m_question);
    auto *after = new FlowLayout(m_after, 6);
    auto *folder =
        named(new Button(Button::Kind::Pill, tr("Show in &folder")), u"exportShowFolder"_s, tr("Show in folder"));
    folder->setIcon(themedIcon(Icon::Folder));
    m_retry->setIcon(themedIcon(Icon::Retry));
    after->addWidget(m_retry);
    after->addWidget(folder);
    inner->addWidget(m_after);
    followKeys(m_primary, keymap, [this, &keymap] { m_primary->setHint(keymap.text(KeyAction::Export)); });
    m_cancel->setHint(tr("Esc"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(card);
    layout->addWidget(m_primary);
    layout->addWidget(m_cancel);
    connect(m_primary, &QPushButton::clicked, this, &ExportFoot::startWanted);
    connect(m_cancel, &QPushButton::clicked, this, &ExportFoot::cancelWanted);
    connect(m_retry, &QPushButton::clicked, this, &ExportFoot::retryWanted);
    connect(folder, &QPushButton::clicked, this, &ExportFoot::folderWanted);
}

void ExportFoot::setTexts(const QString &title, const QString &sum, const QString &note, const QString &noteEnd)
{
    m_title->setText(title);
    m_sum->setText(sum);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_noteEnd->setText(noteEnd);
    m_noteEnd->setVisible(!noteEnd.isEmpty());
}

void ExportFoot::show(std::initializer_list<QWidget *> shown)
{
    for (QWidget *widget :
         std::initializer_list<QWidget *> {m_line, m_failures, m_question, m_after, m_retry, m_primary, m_cancel}) {
        widget->setVisible(std::find(shown.begin(), shown.end(), widget) != shown.end());
    }
}

void ExportFoot::setPrimary(bool canStart, int count)
{
    m_primary->setText(count == 1 ? tr("E&xport") : tr("E&xport %1 pictures").arg(count));
    m_primary->setAccessibleName(tr("Export %1").arg(pictures(count)));
    m_primary->setEnabled(canStart);
}

void ExportFoot::showReady(const ExportItems &items, const ExportOptions &options, bool canStart)
{
    const qint64 before = items.sourceBytes();
    const qint64 after = items.expectedBytes();
    const QString sum = after < 0 || options.isSheet  ? QString()
        : items.isAllMeasured() && options.delay == 0 ? exporttexts::bytes(after)
                                                      : exporttexts::aboutBytes(after);
    const QString all = pictures(items.rowCount());
    setTexts(options.isSheet         ? tr("One contact sheet of %1").arg(all)
                 : options.delay > 0 ? tr("One animation of %1").arg(all)
                                     : all,
             sum,
             before < 0                  ? QString()
                 : items.rowCount() == 1 ? tr("%1 as it is").arg(exporttexts::bytes(before))
                                         : tr("%1 as they are").arg(exporttexts::bytes(before)),
             sum.isEmpty() ? QString() : exporttexts::change(before, after));
    setPrimary(canStart, items.rowCount());
    show({m_primary});
}

void ExportFoot::showChecking()
{
    m_primary->setEnabled(false);
    show({m_primary});
}

void ExportFoot::showQuestion(const QStringList &taken)
{
    const QString names = taken.mid(0, maxNames).join(u", "_s) + (taken.size() > maxNames ? u" …"_s : QString());
    setTexts(taken.size() == 1 ? tr("A file of this name is there already.")
                               : tr("%1 files of these names are there.").arg(taken.size()),
             {}, names, {});
    show({m_question});
    m_question->findChild<Button *>(u"exportKeepBoth"_s)->setFocus(Qt::TabFocusReason);
}

void ExportFoot::showRunning(const ExportRun &run)
{
    const int failed = run.countOf(State::Failed);
    const std::optional<qint64> left = run.millisecondsLeft();
    constexpr qint64 second = 1000;
    const QString time = run.isCancelled() ? tr("stopping …")
        : !left || *left < second          ? QString()
                                           : tr("about %1 s left").arg((*left + second / 2) / second);
    if (run.isOneFile()) {
        setTexts(tr("Writing one file of %1").arg(pictures(run.count())), run.isCancelled() ? time : QString(), {}, {});
        m_line->setFraction(std::nullopt);
        m_cancel->setEnabled(!run.isCancelled());
        return show({m_line, m_cancel});
    }
    setTexts(tr("Writing %1 of %2").arg(std::min(run.done() + 1, run.count())).arg(run.count()), time,
             tr("%1 written, %2").arg(run.countOf(State::Done)).arg(exporttexts::bytes(run.bytesWritten())),
             failed == 0 ? tr("no errors") : tr("%1 failed").arg(failed));
    m_line->setFraction(run.count() > 0 ? double(run.done()) / run.count() : 0);
    m_cancel->setEnabled(!run.isCancelled());
    show({m_line, m_cancel});
}

void ExportFoot::showEnded(const ExportRun &run, bool canStart)
{
    const int all = static_cast<int>(run.outcomes().size());
    const int done = run.countOf(State::Done);
    const int failed = run.countOf(State::Failed);
    const int skipped = run.countOf(State::Skipped);
    QStringList notes;
    if (skipped > 0) {
        notes.append(tr("%1 skipped").arg(skipped));
    }
    if (failed > 0) {
        notes.append(tr("%1 failed").arg(failed));
    }
    const auto lost = std::count_if(run.outcomes().begin(), run.outcomes().end(),
                                    [](const ExportOutcome &outcome) { return outcome.lostCredentials; });
    if (lost > 0) {
        notes.append(tr("%1 without their content credentials, which no changed file can keep").arg(lost));
    }
    const auto firstOnly =
        std::count_if(run.outcomes().begin(), run.outcomes().end(),
                      [](const ExportOutcome &outcome) { return outcome.state == State::Done && outcome.lostFrames; });
    if (firstOnly > 0) {
        notes.append(tr("%1 animated, with their first picture only").arg(firstOnly));
    }
    setTexts(run.isOneFile() && done == all ? tr("One file of %1 written").arg(pictures(all))
                 : done == all              ? tr("%1 written").arg(pictures(done))
                                            : tr("%1 of %2 written").arg(done).arg(all),
             done > 0 ? exporttexts::bytes(run.bytesWritten()) : QString(), notes.join(u" · "_s), {});
    m_failures->setText(failuresOf(run));
    m_retry->setText(tr("&Retry %1").arg(failed));
    m_retry->setAccessibleName(tr("Retry %1").arg(pictures(failed)));
    setPrimary(canStart, all);
    show({m_primary, done > 0 || failed > 0 ? m_after : nullptr, failed > 0 ? m_retry : nullptr,
          failed > 0 ? m_failures : nullptr});
}

} // namespace lightwell
