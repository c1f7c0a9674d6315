// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/references/referencefiles.h"
#include "ui/services.h"
#include "ui/welcome/examples.h"
#include "ui/widgets/sign.h"

#include <QWidget>

class QBoxLayout;

namespace lightwell {

class Button;
class DropStrip;
class ExamplesStep;
class HintLine;
class KeysStep;
class ModelsStep;
class ProviderKeys;
class TextLabel;

/// What stands in the place of the pictures as long as there have been none: the first steps, a place for pictures of
/// one's own, and a way to be shown around. Whoever shows it does what it wishes.
class WelcomePage : public QWidget
{
    Q_OBJECT
public:
    /// `example`: the prompt that stands in the form at a first start.
    WelcomePage(const Services &services, ProviderKeys &keys, const QString &example, QWidget *parent = nullptr);
    void setPicturesCame(bool came); ///< the first step is done
    void setFree(bool free); ///< what the form says now costs nothing

Q_SIGNALS:
    void exampleWanted(const lightwell::Example &example);
    void useWanted(const QString &provider); ///< a model of it
    void keyWanted(const QString &provider);
    void unlockWanted();
    void pageWanted(const QString &id); ///< of the window
    void picturesGiven(const QList<lightwell::referencefiles::Source> &pictures);
    void tourWanted();
    void closeWanted();
    void say(lightwell::Meaning meaning, const QString &text);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildContent();
    QWidget *buildNotes();
    void takeDrops();
    void choosePictures();
    void showSteps();
    void showHints();
    void arrange();
    const Services &m_services;
    ProviderKeys &m_keys;
    bool m_cameBefore = false;
    bool m_isFree = false;
    bool m_wasShown = false;
    ExamplesStep *m_examples;
    ModelsStep *m_models;
    KeysStep *m_keysStep;
    TextLabel *m_lead;
    DropStrip *m_strip;
    QBoxLayout *m_steps = nullptr;
    QBoxLayout *m_notes = nullptr;
    HintLine *m_hints;
};

} // namespace lightwell
