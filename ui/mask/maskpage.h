// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"
#include "ui/mask/maskcanvas.h"
#include "ui/mask/maskmodels.h"

#include <QHash>
#include <QTimer>

namespace lightwell {

class Button;
class KeyHints;
class ReferenceList;
class MaskOptions;
class MaskTools;
class TextLabel;

/// Painting what should change in a reference picture, and making its canvas larger. What is painted is written down
/// on the thread pool a moment after the hand rests. Each picture keeps its steps as long as the program runs.
class MaskPage : public QWidget
{
    Q_OBJECT
public:
    explicit MaskPage(ReferenceList &references, QWidget *parent = nullptr);
    void open(const QString &id); ///< of a reference that is ready
    [[nodiscard]] const QString &picture() const { return m_id; } ///< its id; empty: it is closed
    void leave(); ///< what was painted stays
    void showModels(const QList<MaskModels::Entry> &entries);
    /// Sizes that are made: where a canvas may snap to.
    void setSnap(MaskCanvas::Snap snap);
    [[nodiscard]] bool isSettled() const { return !m_isWriting && !m_isLoading; } ///< what is painted is written down
    /// Why nothing can be made right now; empty: it can.
    [[nodiscard]] QString hindrance() const;
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void closed();
    void hindranceChanged();
    void failed(const lightwell::Error &error); ///< the mask could not be written down

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override; ///< Escape leaves

private:
    void build();
    void connectAll();
    void followList();
    void load(const QString &id);
    void takeEdit();
    void write();
    void showSteps(const MaskDocument &document);
    void setTool(MaskCanvas::Tool tool);
    [[nodiscard]] bool pressed(const QKeyEvent &key);
    ReferenceList &m_references;
    QString m_id;
    bool m_isLoading = false;
    QHash<QString, MaskDocument> m_documents; ///< by the picture's id
    QTimer m_writeSoon;
    int m_round = 0; ///< of writing
    bool m_isWriting = false;
    TextLabel *m_title;
    Button *m_back;
    Button *m_undo;
    Button *m_redo;
    Button *m_close;
    MaskOptions *m_options;
    MaskTools *m_tools;
    MaskCanvas *m_canvas;
    MaskModels *m_models;
    KeyHints *m_hints;
};

} // namespace lightwell
