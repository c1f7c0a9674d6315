// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/viewedpicture.h"

#include <QWidget>

namespace lightwell {

class Button;
class Keymap;
class RunProgress;
class SegmentedControl;
class SummaryLabel;
struct CompareSummary;

/// Over the runs: the button of the form, how things stand, and what can be done with all of them. Nothing in it
/// changes its place.
class ResultsBar : public QWidget
{
    Q_OBJECT
public:
    explicit ResultsBar(const Keymap &keymap, QWidget *parent = nullptr);
    void show(const CompareSummary &summary, bool canRetryAll);
    void setFormShown(bool shown); ///< what the button says
    /// The ways to look at the pictures, and which one it is; `pictures`: how many there are to look at.
    void setView(View view, int pictures);
    void setCanExport(bool can); ///< what is looked at closely; shown by setView()
    [[nodiscard]] Button *clearButton() const { return m_clear; }
    [[nodiscard]] bool isViewByKey() const; ///< while viewWanted() is told: the keyboard wants to stay

Q_SIGNALS:
    void formToggled(bool shown);
    void viewWanted(lightwell::View view);
    void exportWanted();
    void retryAllWanted();
    void cancelRestWanted();
    void clearWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    Button *m_form;
    SegmentedControl *m_views;
    int m_pictures = 0;
    SummaryLabel *m_summary;
    Button *m_export;
    bool m_canExport = false;
    Button *m_retryAll;
    Button *m_cancelAll;
    QWidget *m_line; ///< before Clear
    Button *m_clear;
    RunProgress *m_progress;
};

} // namespace lightwell
