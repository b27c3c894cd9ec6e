// Every page but a lesson's, whose own script has it.
import { startFrame } from "../parts/frame.js";

startFrame();
