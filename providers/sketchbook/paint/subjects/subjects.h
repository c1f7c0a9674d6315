// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/sketchbook/paint/figure.h"

namespace lightwell::sketchbook {

/// Everything the painter knows how to draw, each in the figure's own coordinates.
void drawAirplane(Figure &figure);
void drawApple(Figure &figure);
void drawAstronaut(Figure &figure);
void drawBalloon(Figure &figure);
void drawBear(Figure &figure);
void drawBicycle(Figure &figure);
void drawBird(Figure &figure);
void drawBridge(Figure &figure);
void drawButterfly(Figure &figure);
void drawCabin(Figure &figure);
void drawCactus(Figure &figure);
void drawCamel(Figure &figure);
void drawCampfire(Figure &figure);
void drawCar(Figure &figure);
void drawCastle(Figure &figure);
void drawCat(Figure &figure);
void drawChurch(Figure &figure);
void drawCup(Figure &figure);
void drawDeer(Figure &figure);
void drawDog(Figure &figure);
void drawDragon(Figure &figure);
void drawElephant(Figure &figure);
void drawFish(Figure &figure);
void drawFlowers(Figure &figure);
void drawFox(Figure &figure);
void drawGalleon(Figure &figure);
void drawHorse(Figure &figure);
void drawHouse(Figure &figure);
void drawKettle(Figure &figure);
void drawLantern(Figure &figure);
void drawLighthouse(Figure &figure);
void drawMushroom(Figure &figure);
void drawOwl(Figure &figure);
void drawParrot(Figure &figure);
void drawPalm(Figure &figure);
void drawPenguin(Figure &figure);
void drawPerson(Figure &figure);
void drawPine(Figure &figure);
void drawPlanet(Figure &figure);
void drawPyramid(Figure &figure);
void drawRabbit(Figure &figure);
void drawRobot(Figure &figure);
void drawRocket(Figure &figure);
void drawRowboat(Figure &figure);
void drawSailboat(Figure &figure);
void drawShip(Figure &figure);
void drawSnowman(Figure &figure);
void drawSunflower(Figure &figure);
void drawTemple(Figure &figure);
void drawTent(Figure &figure);
void drawTrain(Figure &figure);
void drawTree(Figure &figure);
void drawUmbrella(Figure &figure);
void drawVase(Figure &figure);
void drawWhale(Figure &figure);
void drawWindmill(Figure &figure);

} // namespace lightwell::sketchbook
