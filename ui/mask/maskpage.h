// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"
#include "ui/mask/maskcanvas.h"
#include "ui/mask/maskkeeper.h"
#include "ui/mask/maskmodels.h"

#include <optional>

namespace lightwell {

class Button;
class HintLine;
class Keymap;
class ReferenceList;
class MaskOptions;
class MaskTools;
class Settings;
class TextLabel;
enum class KeyAction;

/// Painting what should change in a reference picture, and making its canvas larger.
class MaskPage : public QWidget
{
    Q_OBJECT
public:
    MaskPage(ReferenceList &references, Settings &settings, const Keymap &keymap, QWidget *parent = nullptr);
    void open(const QString &id); ///< of a reference that is ready
    [[nodiscard]] const QString &picture() const { return m_id; } ///< its id; empty: it is closed
    void leave(); ///< what was painted stays
    void showModels(const QList<MaskModels::Entry> &entries); ///< and for whom the mask is swapped
    /// Sizes that are made: where a canvas may snap to.
    void setSnap(MaskCanvas::Snap snap);
    [[nodiscard]] QSize canvas() const; ///< as it has grown; empty: nothing is open
    void setCanvasNote(const QString &note); ///< what models make of its size
    /// All that was wished is painted and written down.
    [[nodiscard]] bool isSettled() const { return !m_isLoading && m_keeper.isSettled(); }
    /// Why nothing can be made right now; empty: it can.
    [[nodiscard]] QString hindrance() const;
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void closed();
    void hindranceChanged();
    void canvasChanging(); ///< while it is dragged
    void failed(const lightwell::Error &error); ///< the mask could not be written down

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override; ///< Escape leaves

private:
    void build();
    void connectAll();
    void followList();
    void load(const QString &id);
    void showSteps();
    void showLook(const MaskLook &look);
    void invert();
    void setTool(MaskCanvas::Tool tool);
    [[nodiscard]] std::optional<KeyAction> meant(const QKeyEvent &key) const;
    bool act(KeyAction action); ///< false: it means nothing here
    const Keymap &m_keymap;
    ReferenceList &m_references;
    Settings &m_settings;
    QString m_id;
    bool m_isLoading = false;
    MaskKeeper m_keeper;
    TextLabel *m_title;
    Button *m_back;
    Button *m_undo;
    Button *m_redo;
    Button *m_close;
    MaskOptions *m_options;
    MaskTools *m_tools;
    MaskCanvas *m_canvas;
    QString m_canvasHelp; ///< what is said of it besides its note
    TextLabel *m_polarity; ///< which way round a mask is meant
    MaskModels *m_models;
    HintLine *m_hints;
};

} // namespace lightwell
