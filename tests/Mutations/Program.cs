using LeadershipSim.Mutations;

return Tool.Run(args);
